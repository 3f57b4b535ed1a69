import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstFiles } from './build/first-files.ts'
import { landingPages } from './build/landing-pages.ts'
import { packFiles } from './build/pack-files.ts'
import { serviceWorker } from './build/service-worker.ts'
import { startScript } from './build/start-script.ts'

/** Screens that people open first, and which texts they bring along. */
const screens = {
  '/': ['landing/landing', 'landing'],
  '/sign-in': ['identity/sign-in', 'accounts'],
  '/register': ['identity/register', 'accounts'],
  '/home': ['overview/overview', null],
  '/subscriptions': ['subscriptions/subscriptions', 'later'],
  '/add': ['subscriptions/add', 'later'],
  '/money': ['billing/billing', 'later'],
  '/settings': ['settings/settings', 'accounts'],
} as const

const modulesIn = (language: string) =>
  Object.fromEntries(
    Object.entries(screens).map(([path, [screen, texts]]) => [
      path,
      [
        `src/features/${screen}.screen.tsx`,
        ...['first', ...(texts === null ? [] : [texts])].map(
          (part) => `../../packages/client/src/translations/${language}/${part}.ts`,
        ),
      ],
    ]),
  )

const api = 'http://127.0.0.1:3000'

/** What is typed into, chosen from or listed, behind the first screens. */
const control =
  /web\/src\/design\/(?:field|check-field|chip|choice-chips|filter-select|date-pill|radio-cards|focus-first|avatar-stack|progress-bar|more-button|whole-name)\.tsx?$/

/** With icons of theirs that every screen has, so that no first screen fetches controls for one. */
const piece =
  /web\/src\/(?:design\/(?!sheet|confirm|kept-form|problems|restored|place|amount|decimal|typed|menu|qr-|shown-|use-sheet|empty|progress)|app\/(?!palette))|lucide-react\/.*\/(?:check|chevron-down|plus|x)\.mjs$/

/**
 * What every screen behind the sign-in knows: the person, the household and how to change it; and what Home, the list and Money share.
 * Each by itself is less than what asking for it costs.
 */
const person =
  /client\/src\/(?:queries\/(?:write|paged)|households\/(?:households\.|members\.|people)|identity\/(?:me|sign-in)\.|overview\/overview\.)|web\/src\/features\/(?:identity\/sign-out|households\/current-household)|lucide-react\/.*\/(?:bell|sparkles|log-out)\.mjs$/
const lists =
  /client\/src\/(?:billing\/(?:debits\.|charges\.|settlements\.|may-record|paid-text|method)|catalogue\/catalogue\.|subscriptions\/(?:acts\.|subscriptions\.|price-news-text)|overview\/totals)|web\/src\/(?:design\/empty|features\/subscriptions\/acts\/use-undo-toast)|lucide-react\/.*\/arrow-right\.mjs$/

const isPiece = (id: string): boolean => piece.test(id) && !control.test(id)

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    tailwindcss(),
    firstFiles(import.meta.dirname, { en: modulesIn('en'), hi: modulesIn('hi') }),
    startScript(import.meta.dirname),
    landingPages(import.meta.dirname),
    serviceWorker(import.meta.dirname),
    packFiles(),
  ],
  build: {
    target: 'es2023',
    manifest: true,
    // A data: URL would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Pieces that several screens use travel together: thirty files of one kilobyte cost more than they save.
          groups: [
            {
              name: 'platform',
              test: /node_modules\/(?:react|react-dom|scheduler|@tanstack|i18next|react-i18next)\//,
            },
            { name: 'pieces', test: isPiece, minShareCount: 2 },
            { name: 'person', test: person, minShareCount: 2 },
            { name: 'lists', test: lists, minShareCount: 2 },
            { name: 'controls', test: control, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': api, '/docs': api } },
})
