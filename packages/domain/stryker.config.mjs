/** Mutation tests of the billing engine: `npm run mutate`. One worker: the machine is shared. */
export default {
  packageManager: 'npm',
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: true },
  mutate: [
    'src/time/interval.ts',
    'src/money/allocate.ts',
    'src/billing/{amount,posting,split-history,upi}.ts',
    'src/subscription/{terms,schedule,timeline,periods,renew,change,stop,lifecycle}.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  ignoreStatic: true,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 90, low: 80, break: 80 },
}
