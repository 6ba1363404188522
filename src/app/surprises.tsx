import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import { Conflict, NotAllowed, NotFound, TooMany } from "#base/surprises.ts";
import { BrokenUpload, DiskFull, TooLarge } from "#platform/files/surprises.ts";
import { apiProblem } from "#platform/http/api.ts";
import type { HouseContext, PageHead } from "#platform/http/routes.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ErrorPage } from "#ui/error-page.tsx";

type Status = NonNullable<PageHead["status"]>;

interface Surprise {
  status: Status;
  title: string;
  message: string;
  retryAfter?: number;
}

function describe(error: unknown): Surprise {
  if (error instanceof NotFound)
    return { status: 404, title: "There is nothing here", message: error.message };
  if (error instanceof NotAllowed)
    return { status: 403, title: "This is not open to you", message: error.message };
  if (error instanceof Conflict) return { status: 409, title: "Somebody was faster", message: error.message };
  if (error instanceof TooMany) {
    return { status: 429, title: "One moment, please", message: error.message, retryAfter: error.retryAfter };
  }
  if (error instanceof TooLarge) {
    return {
      status: 413,
      title: "That is more than we can take at once",
      message:
        "Together, the files of one form are too large, so nothing was taken. Go back and send fewer or smaller ones; a large video is better shared by its link.",
    };
  }
  if (error instanceof BrokenUpload) {
    return {
      status: 400,
      title: "The form did not arrive whole",
      message:
        "The connection broke while it was being sent, so nothing was taken. Go back, where your words should still be, and send it again.",
    };
  }
  if (error instanceof DiskFull) {
    return {
      status: 507,
      title: "There is no room for files just now",
      message:
        "The disk of this site is full, so nothing was taken. Go back, where your words should still be, and try again later or without files.",
    };
  }
  if (error instanceof HTTPException && error.status === 403) {
    return {
      status: 403,
      title: "This form came from another place",
      message:
        "Your browser says that this form was sent from another site, so nothing was done. Open the page here and send it again.",
    };
  }
  return {
    status: 500,
    title: "Something went wrong on our side",
    message:
      "It is not your fault, and what was saved before is safe. Please try again; if it happens again, tell us the number below.",
  };
}

/** Every surprise becomes a page (or Problem Details for the API) here and nowhere else; never a stack trace. */
export async function answerSurprise(c: HouseContext, error: unknown, log: Logger): Promise<Response> {
  const surprise = describe(error);
  if (surprise.status === 500 || surprise.status === 507)
    log.error({ err: error, request: c.var.requestId, route: c.req.routePath }, "a request failed");
  const response = await answer(c, surprise);
  response.headers.set("cache-control", "private, no-store");
  if (surprise.retryAfter) response.headers.set("retry-after", String(surprise.retryAfter));
  return response;
}

async function answer(c: HouseContext, surprise: Surprise): Promise<Response> {
  const { pathname } = new URL(c.req.url);
  if (pathname.startsWith("/api/")) return apiProblem(surprise.status, surprise.title);
  const number = surprise.status === 500 ? c.var.requestId : undefined;
  // Without a ctx the database did not answer, so the frame cannot be drawn.
  if (!c.var.show)
    return c.text(`${surprise.title}\n\n${surprise.message}\n${number ?? ""}`, surprise.status);
  return c.var.show(
    { title: surprise.title, status: surprise.status, noindex: true },
    <ErrorPage
      title={surprise.title}
      status={surprise.status}
      requestId={number}
      actions={
        <>
          <ButtonLink href="/">Go to the home page</ButtonLink>
          <ButtonLink href="/happenings" look="quiet">
            Browse the happenings
          </ButtonLink>
        </>
      }
    >
      <p>{surprise.message}</p>
    </ErrorPage>,
  );
}
