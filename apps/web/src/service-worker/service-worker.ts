import { answerFile, isFile, keepBuild } from './kept-files.ts'
import { answerPage, isScreen } from './pages.ts'
import { openPush, showPush } from './push.ts'
import { worker } from './scope.ts'
import { greet, tidyUp } from './windows.ts'

// One line per event; what is done about it stands in a file per concern.

worker.addEventListener('install', (event) => {
  // It may take over at once: files of the build before stay as long as a window runs it.
  event.waitUntil(keepBuild().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([worker.registration.navigationPreload.enable(), worker.clients.claim()]).then(tidyUp),
  )
})

worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== worker.location.origin) return
  if (mode === 'navigate') {
    if (isScreen(pathname)) event.respondWith(answerPage(event))
  } else if (isFile(pathname)) event.respondWith(answerFile(event.request))
})

worker.addEventListener('message', (event) => {
  event.waitUntil(greet(event))
})

worker.addEventListener('push', (event) => {
  event.waitUntil(showPush(event))
})

worker.addEventListener('notificationclick', (event) => {
  event.waitUntil(openPush(event))
})
