/** What this program runs in, which no library of types gives to a module by itself. */
export const worker = globalThis as unknown as ServiceWorkerGlobalScope
