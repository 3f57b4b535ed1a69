import { describe } from 'vitest'
import { testScreensIn } from './screens.ts'

describe('in Hindi, on a phone and on a desk, in the light and in the dark', () => testScreensIn('hi'))
