import { SaveLink } from "./exchange-page.tsx";

/** The refused rows as a table of their own with the reasons, to be mended and brought again. */
export function RefusedRows({ id }: { id: string }) {
  return (
    <p class="row-actions">
      <SaveLink href={`/desk/imports/${id}/refused/xlsx`}>The refused rows (Excel)</SaveLink>
      <SaveLink href={`/desk/imports/${id}/refused/csv`}>The refused rows (CSV)</SaveLink>
    </p>
  );
}
