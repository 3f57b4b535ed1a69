import { CameraView, useCameraPermissions } from 'expo-camera'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Sheet } from '../../design/sheet.tsx'
import { Text } from '../../design/text.tsx'

export const canScan = true

/** Reads the address of a server from the code that the web shows; the camera is asked for when this opens, and used for nothing else. */
export const Scanner = ({ onRead, onClose }: { onRead: (text: string) => void; onClose: () => void }) => {
  const { t } = useTranslation('phone')
  const [permission, ask] = useCameraPermissions()
  const isRead = useRef(false)
  useEffect(() => void ask().catch(() => null), [ask])
  return (
    <Sheet open title={t('scan.title')} onClose={onClose}>
      <Text tone="muted">{t('scan.lead')}</Text>
      {permission === null ? null : permission.granted ? (
        <View className="h-80 overflow-hidden rounded-card bg-sunken">
          <CameraView
            style={{ flex: 1 }}
            facing="back"
            barcodeScannerSettings={{ barcodeTypes: ['qr'] }}
            onBarcodeScanned={({ data }) => {
              if (isRead.current) return
              isRead.current = true
              onRead(data)
            }}
          />
        </View>
      ) : (
        <Text tone="danger">{t('scan.refused')}</Text>
      )}
    </Sheet>
  )
}
