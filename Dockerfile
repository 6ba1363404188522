# The site as one image: built in the first stages, run in the last by a user who owns nothing but /data.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings its own Node 24; the packaged ones are for machines that have an older one.
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY bin ./bin
COPY src ./src
RUN npm run build

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/node-darwin-* node_modules/node-win-*

FROM node:24-slim
LABEL org.opencontainers.image.title="Sector Commons" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE* ./
COPY migrations ./migrations
COPY content ./content
RUN install -d -o node -g node -m 0750 /data
USER node
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data \
    MALLOC_ARENA_MAX=2 \
    MALLOC_MMAP_THRESHOLD_=131072 \
    MALLOC_TRIM_THRESHOLD_=131072
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process and gets SIGTERM itself, so what is in flight can finish.
STOPSIGNAL SIGTERM
# Bounds as in bin/node24.mjs.
CMD ["node", "--max-semi-space-size=16", "--max-old-space-size=384", "--enable-source-maps", "dist/server.js"]
