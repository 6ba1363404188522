import type { SitemapSource } from "#base/sockets.ts";
import type { Ctx } from "#platform/context.ts";

export const indicatorSitemap: SitemapSource<Ctx> = {
  async entries() {
    return [{ path: "/indicators" }];
  },
};
