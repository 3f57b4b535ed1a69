const rule = (name, from, to) => ({ name, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule(
      'domain-imports-nothing-of-ours',
      { path: '^packages/domain/src' },
      { path: '^(packages/(?!domain/)|apps/)' },
    ),
    rule(
      'domain-depends-only-on-the-temporal-polyfill-and-the-solver',
      { path: '^packages/domain/src', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/(temporal-polyfill|yalps)/' },
    ),
    rule(
      'contract-imports-only-domain-and-the-schema-library',
      { path: '^packages/contract/src' },
      { path: '^(packages/(?!contract/|domain/)|apps/)' },
    ),
    rule('packages-never-import-apps', { path: '^packages/' }, { path: '^apps/' }),
    rule(
      'catalogue-imports-nothing-of-ours',
      { path: '^packages/catalogue/src' },
      { path: '^(packages/(?!catalogue/)|apps/)' },
    ),
    rule('the-api-never-imports-the-client', { path: '^apps/api' }, { path: '^packages/client' }),
    rule(
      'apps-never-import-each-other',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'web-features-never-import-the-app-around-them',
      { path: '^apps/web/src/features' },
      { path: '^apps/web/src/app' },
    ),
    rule(
      'design-knows-no-feature',
      { path: '^apps/web/src/design' },
      { path: '^apps/web/src/(app|features)' },
    ),
    {
      ...rule(
        'no-cycles-between-web-features',
        { path: '^apps/web/src/features/[^/]+$' },
        { circular: true },
      ),
      scope: 'folder',
    },
    rule(
      'platform-never-imports-features',
      { path: '^apps/api/src/platform' },
      { path: '^apps/api/src/features' },
    ),
    rule(
      'a-feature-meets-another-only-through-its-service',
      { path: '^apps/api/src/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
      {
        path: '^apps/api/src/features/',
        pathNot: ['^apps/api/src/features/$1/', '\\.service\\.ts$', '\\.module\\.ts$'],
      },
    ),
    rule(
      'controllers-and-jobs-never-import-repositories',
      { path: '\\.(controller|job|schedule)\\.ts$' },
      { path: '\\.(repository|table)\\.ts$' },
    ),
    rule(
      'no-drawers',
      {},
      { path: '(^|/)(utils?|helpers?|common|shared|misc|lib)(/|\\.tsx?$)', pathNot: 'node_modules' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
