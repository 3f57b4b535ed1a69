import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ExpoConfig } from 'expo/config'

const { STREAMLINE_SERVER, STREAMLINE_VERSION, STREAMLINE_VERSION_CODE, GOOGLE_SERVICES_JSON } = process.env

/** Without it the app runs all the same, and nothing is pushed to it. */
const googleServices = GOOGLE_SERVICES_JSON === undefined ? undefined : resolve(GOOGLE_SERVICES_JSON)
if (googleServices !== undefined && !existsSync(googleServices))
  throw new Error(`GOOGLE_SERVICES_JSON names ${googleServices}, which is not there`)

const aubergine = '#7a2a5e'
const canvas = { light: '#faf5f2', dark: '#181117' }

export default {
  name: 'Streamline',
  slug: 'streamline',
  version: STREAMLINE_VERSION ?? '0.1.0',
  scheme: 'streamline',
  platforms: ['android', 'web'],
  orientation: 'default',
  userInterfaceStyle: 'automatic',
  icon: './assets/icon.png',
  backgroundColor: canvas.light,
  androidStatusBar: { backgroundColor: '#00000000' },
  android: {
    package: 'app.streamline.household',
    versionCode: Number(STREAMLINE_VERSION_CODE ?? 1),
    adaptiveIcon: { foregroundImage: './assets/adaptive-icon.png', backgroundColor: aubergine },
    allowBackup: false,
    softwareKeyboardLayoutMode: 'resize',
    predictiveBackGestureEnabled: true,
    permissions: [
      'android.permission.INTERNET',
      'android.permission.VIBRATE',
      'android.permission.POST_NOTIFICATIONS',
      'android.permission.CAMERA',
      'android.permission.USE_BIOMETRIC',
    ],
    blockedPermissions: [
      'android.permission.SYSTEM_ALERT_WINDOW',
      'android.permission.READ_EXTERNAL_STORAGE',
      'android.permission.WRITE_EXTERNAL_STORAGE',
      'android.permission.RECORD_AUDIO',
    ],
    ...(googleServices === undefined ? {} : { googleServicesFile: googleServices }),
  },
  web: { bundler: 'metro', output: 'single', favicon: './assets/icon.png' },
  plugins: [
    'expo-router',
    './plugins/with-shortcuts.js',
    './plugins/with-debug-network.js',
    './plugins/with-signing.js',
    [
      'react-native-android-widget',
      {
        widgets: [
          {
            name: 'Needs',
            label: 'Streamline',
            description: 'The next three things that need you',
            minWidth: '220dp',
            minHeight: '110dp',
            targetCellWidth: 4,
            targetCellHeight: 2,
            resizeMode: 'horizontal|vertical',
            updatePeriodMillis: 1_800_000,
          },
        ],
      },
    ],
    'expo-font',
    'expo-localization',
    ['expo-secure-store', { configureAndroidBackup: true, faceIDPermission: false }],
    ['expo-camera', { recordAudioAndroid: false, cameraPermission: false, microphonePermission: false }],
    ['expo-local-authentication', { faceIDPermission: false }],
    ['expo-sharing', { android: { enabled: true, singleShareMimeTypes: ['text/plain'] } }],
    ['expo-notifications', { icon: './assets/notification-icon.png', color: aubergine }],
    [
      'expo-splash-screen',
      {
        image: './assets/splash-icon.png',
        imageWidth: 160,
        backgroundColor: canvas.light,
        dark: { image: './assets/splash-icon.png', backgroundColor: canvas.dark },
      },
    ],
  ],
  experiments: { typedRoutes: false },
  extra: { server: STREAMLINE_SERVER ?? null },
} satisfies ExpoConfig
