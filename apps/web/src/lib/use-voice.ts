import { useEffect } from 'react'
import type { Self } from '@accord/domain/rest/self'

/** In whose ink the page acts. Administrators write in nobody's record, so theirs is plain. */
export type PageVoice = 'practitioner' | 'supervisor' | 'desk'

export function voiceOf(self: Self): PageVoice {
  if (self.roles.includes('practitioner')) return 'practitioner'
  return self.roles.includes('supervisor') ? 'supervisor' : 'desk'
}

export function useVoice(voice: PageVoice): void {
  useEffect(() => {
    document.body.dataset.voice = voice
  }, [voice])
}
