import { type FooterWords, footerText } from "./mail-footer.ts";
import { MailAction, MailLayout, type MailLayoutProps } from "./mail-layout.tsx";
import { type MailBlock, plainText } from "./plain-text.ts";

export type MailProps = {
  subject: string;
  site: MailLayoutProps["site"];
  blocks: MailBlock[];
  footer: FooterWords;
};

/** Both twins of a mail from the same blocks, so that they can never say different things. */
export function writeMail(mail: MailProps): { subject: string; html: string; text: string } {
  const { subject, site, blocks, footer } = mail;
  const html = (
    <MailLayout subject={subject} site={site} footer={<Footer {...footer} />}>
      {blocks.map((block) => (
        <Block block={block} />
      ))}
    </MailLayout>
  );
  return { subject, html: String(html), text: plainText({ subject, blocks, footer: footerText(footer) }) };
}

function Block({ block }: { block: MailBlock }) {
  switch (block.kind) {
    case "heading":
      return <h2>{block.words}</h2>;
    case "paragraph":
      return <p>{block.words}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case "quote":
      return (
        <blockquote>
          {block.words.split("\n").map((line) => (
            <p>{line}</p>
          ))}
        </blockquote>
      );
    case "action":
      return <MailAction href={block.href} label={block.label} />;
    case "choices":
      return (
        <p>
          {block.options.map(({ label, href }, index) => (
            <>
              {index > 0 && " · "}
              <strong>
                <a href={href}>{label}</a>
              </strong>
            </>
          ))}
        </p>
      );
  }
}

function Footer({ reason, stop, postalAddress }: FooterWords) {
  return (
    <>
      {reason}
      {stop && (
        <>
          {" "}
          <a href={stop.href}>{stop.label}</a>
        </>
      )}
      {postalAddress && (
        <>
          <br />
          {postalAddress}
        </>
      )}
    </>
  );
}
