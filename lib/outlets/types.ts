export type Outlet = {
  slug: string;
  name: string;
  country: string | null;
  homepageUrl: string | null;
};

export type OutletWithCount = Outlet & { articleCount: number };
