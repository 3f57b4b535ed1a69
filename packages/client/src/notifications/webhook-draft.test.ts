import { expect, test } from 'vitest'
import {
  fieldsOfWebhook,
  neededOfWebhook,
  newWebhook,
  webhookInput,
  webhookPresets,
} from './webhook-draft.ts'

test('each service asks for what it needs and nothing else', () => {
  expect(fieldsOfWebhook('discord')).toEqual(['name', 'url'])
  expect(fieldsOfWebhook('telegram')).toEqual(['name', 'token', 'target'])
  expect(fieldsOfWebhook('generic')).toEqual(['name', 'url', 'template'])
  expect(neededOfWebhook('ntfy')).toEqual(['name', 'url'])
  expect(neededOfWebhook('gotify')).toEqual(['name', 'url', 'token'])
  for (const preset of webhookPresets) expect(neededOfWebhook(preset)).toContain('name')
})

test('what is missing is not sent, and what was typed for another service is left out', () => {
  const draft = { ...newWebhook, name: ' Home ', url: ' https://ntfy.sh/home ', target: '-100' }
  expect(webhookInput({ ...draft, preset: 'ntfy' })).toEqual({
    name: 'Home',
    preset: 'ntfy',
    url: 'https://ntfy.sh/home',
  })
  expect(webhookInput({ ...draft, preset: 'telegram' })).toBeNull()
  expect(webhookInput({ ...draft, preset: 'telegram', token: '123:abc' })).toEqual({
    name: 'Home',
    preset: 'telegram',
    url: 'https://api.telegram.org',
    token: '123:abc',
    target: '-100',
  })
})
