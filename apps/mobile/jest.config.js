module.exports = {
  preset: 'jest-expo',
  // The first test of a file waits until all it needs was read and translated, on a machine that is busy too.
  testTimeout: 120_000,
  resolver: 'react-native-worklets/jest/resolver.js',
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/test/empty.js',
    '^lucide-react-native/icons/(.*)$':
      '<rootDir>/../../node_modules/lucide-react-native/dist/cjs/icons/$1.js',
  },
  transform: {
    '\\.[jt]sx?$': [
      'babel-jest',
      {
        caller: { name: 'metro', bundler: 'metro', platform: 'android' },
        plugins: ['./test/fetched-at-once.js'],
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(react-native|@react-native|@react-native-community|expo|@expo|expo-.*|@react-navigation|standard-navigation|uniwind|@shopify/flash-list|lucide-react-native|@orpc)/|react-native-)',
    '/node_modules/react-native-reanimated/plugin/',
    '/node_modules/@react-native/babel-preset/',
  ],
}
