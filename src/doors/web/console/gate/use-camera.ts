import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { openDecoder } from './decoder.ts'

export type CameraState = 'starting' | 'on' | 'refused' | 'absent'

const LOOK_EVERY_MS = 120
/** A code in front of the camera is read again and again; it is new when it was away for so long. */
const AWAY_MS = 2_500

/** Looks through the camera and tells each code once for as long as it is held there. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onCode: (code: string) => void,
): { readonly state: CameraState; readonly lookAgain: () => void } {
  const [state, setState] = useState<CameraState>('starting')
  const told = useRef(onCode)
  told.current = onCode
  const seen = useRef({ code: '', atMs: 0 })
  useEffect(() => {
    const ending = new AbortController()
    const look = async () => {
      const stream = await openCamera()
      if (!stream) return setState('absent')
      const stop = () => {
        for (const track of stream.getTracks()) track.stop()
      }
      ending.signal.addEventListener('abort', stop)
      const screen = video.current
      if (!screen || ending.signal.aborted) return stop()
      screen.srcObject = stream
      await screen.play()
      const decode = await openDecoder()
      setState('on')
      while (!ending.signal.aborted) {
        const code = screen.videoWidth > 0 ? await decode(screen) : undefined
        const nowMs = performance.now()
        if (code !== undefined && code !== '') {
          const { code: before, atMs } = seen.current
          seen.current = { code, atMs: nowMs }
          if (code !== before || nowMs - atMs > AWAY_MS) told.current(code)
        }
        await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
      }
    }
    look().catch((fault: unknown) => {
      if (!ending.signal.aborted) setState(isRefusal(fault) ? 'refused' : 'absent')
    })
    return () => ending.abort()
  }, [video])
  const lookAgain = () => {
    seen.current = { code: '', atMs: 0 }
  }
  return { state, lookAgain }
}

async function openCamera(): Promise<MediaStream | undefined> {
  // Away where the page is not served securely, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } }
  return devices?.getUserMedia({ video: { facingMode: 'environment', ...size } })
}

function isRefusal(fault: unknown): boolean {
  return fault instanceof DOMException && fault.name === 'NotAllowedError'
}
