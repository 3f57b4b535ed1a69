/** Builds the API where what it is built from has changed since; throws `Failure` where that fails. */
export function buildApi(): Promise<void>

/** The same for the web app. */
export function buildWeb(): Promise<void>
