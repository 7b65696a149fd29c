import { useText } from './texts/text.tsx'

/** Channels of our own; a seller's is called by its own name. */
export const CHANNELS = ['counter', 'web'] as const

export function useChannelName(): (id: string) => string {
  const { t } = useText()
  return (id) => {
    const channel = CHANNELS.find((each) => each === id)
    return channel ? t(`channel_${channel}`) : id
  }
}
