/** The environment of a process that serves, and does what is due only when it is asked to. */
export const upkeepEnv = (databaseUrl, port) => ({
  DATABASE_URL: databaseUrl,
  APP_SECRET: 'a secret for one bench, used nowhere else',
  PORT: port,
  PUBLIC_URL: `http://localhost:${port}`,
  SMTP_URL: 'smtp://127.0.0.1:1',
  SERVICE_ROLE: 'api',
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
})
