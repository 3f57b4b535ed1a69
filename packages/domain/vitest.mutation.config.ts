import { defineConfig } from 'vitest/config'

// The root configuration lists the projects of the whole house; a mutation run needs this package only.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], environment: 'node' } })
