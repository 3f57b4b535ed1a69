export function exportAndroid(): Promise<string>
export function exportBench(): Promise<string>
export function prebuildAndroid(): Promise<string>
