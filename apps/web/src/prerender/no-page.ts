// What modules of the page read while they are loaded, where there is no page: nothing is dark, nothing happens.
Object.assign(globalThis, {
  matchMedia: () => ({ matches: false, addEventListener: () => {} }),
  addEventListener: () => {},
})
