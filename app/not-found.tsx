/**
 * Next sends this along with every page in case it is needed, so it is kept small. What a reader
 * sees at a wrong address is `NotFoundPage`.
 */
export default function NotFound() {
  return (
    <p>
      There is nothing at this address. <a href="/">Front page</a>
    </p>
  );
}
