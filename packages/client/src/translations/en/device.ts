export const device = {
  update: {
    text: 'A newer version of Streamline is there.',
    reload: 'Reload',
    later: 'Not now',
  },
}
