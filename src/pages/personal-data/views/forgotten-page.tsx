import { PageHead } from "#ui/layout.tsx";

export function ForgottenPage() {
  return (
    <PageHead
      title="You are forgotten"
      lede="What this site held about you is deleted, and you are signed out everywhere. Copies in backups go when those backups do. Thank you for having been here."
    />
  );
}
