import { AlertSettings } from "#components/saved/alert-settings.tsx";
import { asksBeyondName } from "#components/saved/asks-beyond-name.ts";
import { ChangeForm } from "#components/saved/change-form.tsx";
import { SavedNewsList } from "#components/saved/saved-news.tsx";
import { Button } from "#components/ui/button.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { TextField } from "#components/ui/field.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { MAX_NAME_CHARACTERS } from "#lib/saved-searches/schema.ts";
import type { SavedNews, SavedSearch } from "#lib/saved-searches/types.ts";
import styles from "./saved-search.module.css";

type SavedSearchViewProps = {
  token: string;
  saved: SavedSearch;
  news: SavedNews;
  isRemembered: boolean;
  /** False: the archive sends no mail, and nothing is said of it. */
  hasMail: boolean;
};

/** A saved search: what is new in it, and all that its reader can do with it. */
export function SavedSearchView(props: SavedSearchViewProps) {
  const { token, saved, news, hasMail } = props;
  return (
    <>
      <PageHeading
        kicker={<a href="/saved">Saved searches</a>}
        title={saved.name}
        lead={asksBeyondName(saved)}
      >
        <p className={styles.links}>
          <a href={saved.search.path}>All results</a>
          <a href={feedPath(saved, "xml")}>Atom feed</a>
          <a href={feedPath(saved, "json")}>JSON feed</a>
        </p>
      </PageHeading>
      <MainAndAside aside={<Settings {...props} />} label="Settings of this saved search">
        <Section id="new" title="New since you last looked">
          <SavedNewsList token={token} saved={saved} news={news} />
        </Section>
        {hasMail && (
          <Section id="mails" title="By e-mail">
            <AlertSettings token={token} alert={saved.alert} />
          </Section>
        )}
      </MainAndAside>
    </>
  );
}

function Settings({ token, saved, isRemembered, hasMail }: SavedSearchViewProps) {
  return (
    <Section id="settings" title="This page">
      <div className={styles.forms}>
        <p className={styles.quiet}>
          Its address is its only key: whoever has it can see and change what is here. Keep it as a
          bookmark to open it elsewhere.{" "}
          {hasMail
            ? "What is neither opened nor mailed for a year is deleted."
            : "What nobody opens for a year is deleted."}
        </p>
        <ChangeForm token={token} change="rename" className={styles.form}>
          <TextField
            id="name"
            name="name"
            label="Name"
            defaultValue={saved.name}
            maxLength={MAX_NAME_CHARACTERS}
            required
          />
          <Button>Rename</Button>
        </ChangeForm>
        <div className={styles.row}>
          <ChangeForm token={token} change={isRemembered ? "forget" : "remember"}>
            <Button>{isRemembered ? "Forget in this browser" : "Remember in this browser"}</Button>
          </ChangeForm>
          <ChangeForm token={token} change="delete">
            <Button tone="danger">Delete</Button>
          </ChangeForm>
        </div>
      </div>
    </Section>
  );
}

function feedPath({ search }: SavedSearch, format: "xml" | "json"): string {
  return search.path.replace("/search", `/search/feed.${format}`);
}
