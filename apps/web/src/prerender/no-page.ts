// What modules of the page read while they are loaded, where there is no page: nothing is dark.
Object.assign(globalThis, { matchMedia: () => ({ matches: false, addEventListener: () => {} }) })
