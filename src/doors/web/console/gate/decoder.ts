/** Reads the QR code in a picture; undefined where there is none. */
export type Decode = (video: HTMLVideoElement) => Promise<string | undefined>

type Detector = { detect(source: CanvasImageSource): Promise<readonly { rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** Wide enough for a code held at arm's length, small enough for a slow phone. */
const WIDTH_MAX = 800

/** The browser's own detector where it has one, else ours, which comes when it is wanted. */
export async function openDecoder(): Promise<Decode> {
  // Not in every browser, nor in the compiler's library.
  const native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  if (native && (await native.getSupportedFormats()).includes('qr_code')) {
    const detector = new native({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue
  }
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return async (video) => {
    const scale = Math.min(1, WIDTH_MAX / video.videoWidth)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      // No code in this picture, as in most.
      return undefined
    }
  }
}
