/// <reference types="expo/types" />
declare module '*.css'
