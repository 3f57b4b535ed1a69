import type { NextNeed } from '@streamline/client/overview'
import { FlexWidget, TextWidget } from 'react-native-android-widget'

/** As the tokens have them: a widget is drawn by the launcher, which knows no style sheet. */
const colors = {
  light: {
    surface: '#ffffff',
    ink: '#2a1a27',
    muted: '#5f4d5a',
    brand: '#7a2a5e',
    warn: '#845000',
    danger: '#ab2a2c',
  },
  dark: {
    surface: '#221821',
    ink: '#f6ecf1',
    muted: '#c6b4bf',
    brand: '#e9a3cd',
    warn: '#f3c06f',
    danger: '#ff9f97',
  },
} as const

export interface WidgetWords {
  readonly title: string
  readonly add: string
  /** In the place of rows: nothing to do, or how much there is while the app is locked. */
  readonly instead: string | null
}

const open = (path: string) =>
  ({ clickAction: 'OPEN_URI', clickActionData: { uri: `streamline://${path}` } }) as const

/** The next things that need somebody; a press opens what it is about. */
export const NeedsWidget = ({
  needs,
  words,
  theme,
}: {
  needs: readonly NextNeed[]
  words: WidgetWords
  theme: keyof typeof colors
}) => {
  const color = colors[theme]
  return (
    <FlexWidget
      {...open('home')}
      accessibilityLabel={words.title}
      style={{
        width: 'match_parent',
        height: 'match_parent',
        padding: 14,
        borderRadius: 20,
        backgroundColor: color.surface,
        flexDirection: 'column',
        flexGap: 8,
      }}
    >
      <FlexWidget
        style={{
          width: 'match_parent',
          flexDirection: 'row',
          justifyContent: 'space-between',
          alignItems: 'center',
        }}
      >
        <TextWidget text={words.title} style={{ fontSize: 14, fontWeight: 'bold', color: color.brand }} />
        <FlexWidget {...open('add')} accessibilityLabel={words.add} style={{ padding: 10 }}>
          <TextWidget
            text={`+ ${words.add}`}
            style={{ fontSize: 14, fontWeight: 'bold', color: color.brand }}
          />
        </FlexWidget>
      </FlexWidget>
      {words.instead === null ? null : (
        <TextWidget text={words.instead} style={{ fontSize: 14, color: color.muted }} />
      )}
      {needs.map(({ subscriptionId, name, text, tone, money }) => (
        <FlexWidget
          key={`${subscriptionId} ${text}`}
          {...open(`subscriptions/${subscriptionId}`)}
          accessibilityLabel={[name, text, money].filter(Boolean).join(', ')}
          style={{ width: 'match_parent', flexDirection: 'row', justifyContent: 'space-between' }}
        >
          <FlexWidget style={{ flex: 1, flexDirection: 'column' }}>
            <TextWidget
              text={name}
              maxLines={1}
              truncate="END"
              style={{ fontSize: 15, fontWeight: '600', color: color.ink }}
            />
            <TextWidget
              text={text}
              maxLines={1}
              truncate="END"
              style={{ fontSize: 13, color: color[tone] }}
            />
          </FlexWidget>
          {money === null ? null : (
            <TextWidget text={money} style={{ fontSize: 15, fontWeight: '600', color: color.ink }} />
          )}
        </FlexWidget>
      ))}
    </FlexWidget>
  )
}
