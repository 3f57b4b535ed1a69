// What the phone does while no screen is there has to be known before there is one.
import { registerNoticeTask } from './src/shell/notice-task'
import { registerWidgetTask } from './src/shell/widget-task'
import 'expo-router/entry'

registerNoticeTask()
registerWidgetTask()
