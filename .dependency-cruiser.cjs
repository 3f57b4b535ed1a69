const { readdirSync } = require('node:fs')

const rule = (name, from, to) => ({ name, severity: 'error', from, to })

/** Features of the API: each may know those before it, and none after. So there are no cycles, and a reader has an order. */
const features = [
  'letters',
  'audit',
  'households',
  'lines',
  'identity',
  'webhooks',
  'deliveries',
  'catalogue',
  'billing',
  'subscriptions',
  'connections',
  'usage',
  'savings',
  'overview',
  'insights',
  'guests',
  'reminders',
  'calendar',
  'notifications',
  'departure',
  'account',
  'demo',
  'settings',
  'administration',
]

/** The rooms of identity, in the same way: from who somebody is, over each way to prove it, to signing in. */
const roomsOfIdentity = [
  'users',
  'letters',
  'sessions',
  'devices',
  'api-keys',
  'access',
  'addresses',
  'totp',
  'passkeys',
  'oidc',
  'ways-in',
  'passwords',
  'confirmation',
  'sign-in',
  'accounts',
]

/** One rule per folder but the last. Tests may know everything. */
function inOrder(name, folder, folders) {
  const missing = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !folders.includes(entry.name))
    .map((entry) => entry.name)
  if (missing.length > 0)
    throw new Error(`${name}: give ${missing.join(', ')} of ${folder} a place in the order`)
  return folders
    .slice(0, -1)
    .map((room, index) =>
      rule(
        name,
        { path: `^${folder}/${room}/`, pathNot: '\\.test\\.ts$' },
        { path: `^${folder}/(${folders.slice(index + 1).join('|')})/` },
      ),
    )
}

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
      'the-phone-asks-the-client-never-the-contract',
      { path: '^apps/mobile/(app|src)' },
      { path: '^packages/(contract|catalogue)' },
    ),
    rule('mobile-routes-are-routes-only', { path: '^apps/mobile/src' }, { path: '^apps/mobile/app/' }),
    rule(
      'mobile-features-never-import-the-shell-around-them',
      { path: '^apps/mobile/src/features' },
      { path: '^apps/mobile/src/shell' },
    ),
    rule(
      'mobile-design-knows-no-feature',
      { path: '^apps/mobile/src/design' },
      { path: '^apps/mobile/src/(shell|features)' },
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
    ...inOrder('a-feature-knows-only-those-before-it', 'apps/api/src/features', features),
    ...inOrder(
      'a-room-of-identity-knows-only-those-before-it',
      'apps/api/src/features/identity',
      roomsOfIdentity,
    ),
    rule(
      'the-rooms-of-identity-do-not-know-its-door',
      { path: '^apps/api/src/features/identity/[^/]+/', pathNot: '\\.test\\.ts$' },
      { path: '^apps/api/src/features/identity/[^/]+\\.ts$' },
    ),
    rule(
      'a-feature-meets-another-only-through-its-service-its-module-or-its-types',
      { path: '^apps/api/src/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
      {
        path: '^apps/api/src/features/',
        // What letters say stands in one room, for whoever leaves them.
        pathNot: [
          '^apps/api/src/features/$1/',
          '^apps/api/src/features/letters/',
          '\\.(service|module|types)\\.ts$',
        ],
      },
    ),
    rule(
      'a-service-is-no-barrel',
      {
        path: '\\.service\\.ts$',
        // Still hands on what its room tells of a subscription: that moves to rooms of their own, and then this line goes.
        pathNot: ['/features/subscriptions/subscriptions\\.service'],
      },
      { dependencyTypes: ['export'] },
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
