import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import {
  loadAccount,
  loadLanding,
  loadPerson,
  loadTexts,
  requireSession,
  requireStranger,
  startSession,
  type RouterContext,
} from './guards.ts'
import { RootLayout } from './root.layout.tsx'
import {
  addSearch,
  auditSearch,
  billingSearch,
  insightsSearch,
  nextSearch,
  problemSearch,
  signInSearch,
  subscriptionSearch,
  subscriptionsSearch,
  tokenSearch,
  usersSearch,
} from './search.ts'
import { ShellLayout } from './shell.layout.tsx'
import { HouseholdLayout } from './household.layout.tsx'

export type { RouterContext } from './guards.ts'

const root = createRootRouteWithContext<RouterContext>()({
  component: RootLayout,
  notFoundComponent: lazyRouteComponent(() => import('./not-found.screen.tsx'), 'NotFoundScreen'),
})

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context }) => requireStranger(context),
  loader: ({ context }) => loadLanding(context),
  component: lazyRouteComponent(() => import('../features/landing/landing.screen.tsx'), 'LandingScreen'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  beforeLoad: ({ context }) => requireStranger(context),
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/identity/sign-in.screen.tsx'), 'SignInScreen'),
})

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: nextSearch,
  beforeLoad: ({ context }) => requireStranger(context),
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/identity/register.screen.tsx'), 'RegisterScreen'),
})

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(
    () => import('../features/identity/forgot-password.screen.tsx'),
    'ForgotPasswordScreen',
  ),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: tokenSearch,
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(
    () => import('../features/identity/reset-password.screen.tsx'),
    'ResetPasswordScreen',
  ),
})

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  validateSearch: tokenSearch,
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(
    () => import('../features/identity/verify-email.screen.tsx'),
    'VerifyEmailScreen',
  ),
})

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  beforeLoad: ({ context }) => startSession(context),
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/households/invite.screen.tsx'), 'InviteScreen'),
})

const guest = createRoute({
  getParentRoute: () => root,
  path: '/guest',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/guests/guest.screen.tsx'), 'GuestScreen'),
})

const household = createRoute({
  getParentRoute: () => root,
  id: 'household',
  beforeLoad: ({ context, location }) => requireSession(context, location),
  loader: ({ context, location }) => loadPerson(context, location),
  component: HouseholdLayout,
})

const welcome = createRoute({
  getParentRoute: () => household,
  path: '/welcome',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/welcome/welcome.screen.tsx'), 'WelcomeScreen'),
})

const shell = createRoute({ getParentRoute: () => household, id: 'shell', component: ShellLayout })

const overview = createRoute({
  getParentRoute: () => shell,
  path: '/home',
  component: lazyRouteComponent(() => import('../features/overview/overview.screen.tsx'), 'OverviewScreen'),
})

const subscriptions = createRoute({
  getParentRoute: () => shell,
  path: '/subscriptions',
  loader: ({ context }) => loadTexts(context),
  validateSearch: subscriptionsSearch,
  component: lazyRouteComponent(
    () => import('../features/subscriptions/subscriptions.screen.tsx'),
    'SubscriptionsScreen',
  ),
})

const subscription = createRoute({
  getParentRoute: () => shell,
  path: '/subscriptions/$subscriptionId',
  loader: ({ context }) => loadTexts(context),
  validateSearch: subscriptionSearch,
  component: lazyRouteComponent(
    () => import('../features/subscriptions/subscription.screen.tsx'),
    'SubscriptionScreen',
  ),
})

const lines = createRoute({
  getParentRoute: () => shell,
  path: '/subscriptions/numbers',
  loader: ({ context }) => loadTexts(context),
  component: lazyRouteComponent(() => import('../features/lines/lines.screen.tsx'), 'LinesScreen'),
})

const line = createRoute({
  getParentRoute: () => shell,
  path: '/subscriptions/numbers/$lineId',
  loader: ({ context }) => loadTexts(context),
  component: lazyRouteComponent(() => import('../features/lines/line.screen.tsx'), 'LineScreen'),
})

const add = createRoute({
  getParentRoute: () => shell,
  path: '/add',
  loader: ({ context }) => loadTexts(context),
  validateSearch: addSearch,
  component: lazyRouteComponent(() => import('../features/subscriptions/add.screen.tsx'), 'AddScreen'),
})

const billing = createRoute({
  getParentRoute: () => shell,
  path: '/money',
  loader: ({ context }) => loadTexts(context),
  validateSearch: billingSearch,
  component: lazyRouteComponent(() => import('../features/billing/billing.screen.tsx'), 'BillingScreen'),
})

const insights = createRoute({
  getParentRoute: () => shell,
  path: '/insights',
  loader: ({ context }) => loadTexts(context),
  validateSearch: insightsSearch,
  component: lazyRouteComponent(() => import('../features/insights/insights.screen.tsx'), 'InsightsScreen'),
})

const savings = createRoute({
  getParentRoute: () => shell,
  path: '/savings',
  loader: ({ context }) => loadTexts(context),
  component: lazyRouteComponent(() => import('../features/savings/savings.screen.tsx'), 'SavingsScreen'),
})

const more = createRoute({
  getParentRoute: () => shell,
  path: '/more',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/settings/more.screen.tsx'), 'MoreScreen'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/settings/settings.screen.tsx'), 'SettingsScreen'),
})

const householdSettings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/household',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(
    () => import('../features/households/household.screen.tsx'),
    'HouseholdScreen',
  ),
})

const people = createRoute({
  getParentRoute: () => shell,
  path: '/settings/people',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/households/people.screen.tsx'), 'PeopleScreen'),
})

const notificationSettings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/notifications',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(
    () => import('../features/notifications/notifications.screen.tsx'),
    'NotificationsScreen',
  ),
})

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/notifications/inbox.screen.tsx'), 'InboxScreen'),
})

const security = createRoute({
  getParentRoute: () => shell,
  path: '/settings/security',
  validateSearch: problemSearch,
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/settings/security.screen.tsx'), 'SecurityScreen'),
})

const sessions = createRoute({
  getParentRoute: () => shell,
  path: '/settings/sessions',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/settings/sessions.screen.tsx'), 'SessionsScreen'),
})

const apiKeys = createRoute({
  getParentRoute: () => shell,
  path: '/settings/api-keys',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/settings/api-keys.screen.tsx'), 'ApiKeysScreen'),
})

const activity = createRoute({
  getParentRoute: () => shell,
  path: '/settings/activity',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/settings/activity.screen.tsx'), 'ActivityScreen'),
})

const users = createRoute({
  getParentRoute: () => shell,
  path: '/admin/users',
  validateSearch: usersSearch,
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/administration/users.screen.tsx'), 'UsersScreen'),
})

const user = createRoute({
  getParentRoute: () => shell,
  path: '/admin/users/$userId',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/administration/user.screen.tsx'), 'UserScreen'),
})

const editedCatalogue = createRoute({
  getParentRoute: () => shell,
  path: '/admin/catalogue',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(
    () => import('../features/administration/catalogue.screen.tsx'),
    'CatalogueScreen',
  ),
})

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/admin/audit',
  validateSearch: auditSearch,
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/administration/audit.screen.tsx'), 'AuditScreen'),
})

const failedJobs = createRoute({
  getParentRoute: () => shell,
  path: '/admin/jobs',
  loader: ({ context }) => loadAccount(context),
  component: lazyRouteComponent(() => import('../features/administration/jobs.screen.tsx'), 'JobsScreen'),
})

export const routeTree = root.addChildren([
  landing,
  signIn,
  register,
  forgotPassword,
  resetPassword,
  verifyEmail,
  invite,
  guest,
  household.addChildren([
    welcome,
    shell.addChildren([
      overview,
      subscriptions,
      subscription,
      lines,
      line,
      add,
      billing,
      savings,
      insights,
      more,
      settings,
      householdSettings,
      people,
      notificationSettings,
      inbox,
      security,
      sessions,
      apiKeys,
      activity,
      users,
      user,
      editedCatalogue,
      audit,
      failedJobs,
    ]),
  ]),
])
