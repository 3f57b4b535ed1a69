// What the phone does while no screen is there has to be known before there is one.
import './src/shell/notice-task'
import './src/shell/widget-task'
import 'expo-router/entry'
