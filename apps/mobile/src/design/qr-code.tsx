import { useQrShape } from '@streamline/client'
import { View } from 'react-native'
import Svg, { Path } from 'react-native-svg'

/** Black on white in both themes: not every scanner reads it the other way round. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const shape = useQrShape(text)
  return shape ? (
    <View
      accessible
      accessibilityRole="image"
      accessibilityLabel={label}
      className="overflow-hidden rounded-tile"
      style={{ backgroundColor: '#ffffff' }}
    >
      <Svg width={192} height={192} viewBox={`0 0 ${shape.size} ${shape.size}`}>
        <Path d={shape.path} fill="#000000" />
      </Svg>
    </View>
  ) : null
}
