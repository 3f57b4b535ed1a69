// The built API as it runs in production; it tells the CPU time it used when its parent asks.
process.on('message', () => process.send?.({ type: 'cpu', usage: process.cpuUsage() }))

await import('../../dist/api.main.js')
