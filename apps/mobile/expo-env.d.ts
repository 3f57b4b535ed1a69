/// <reference types="expo/types" />
/// <reference types="uniwind/types" />
declare module '*.css'
