import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { noteSelf, noteSignInEnded, readSelf } from './self.js'

/** How often the server is asked for while it can't be reached, in ms; once soon, as most gaps are short. */
const EVERY = 10_000
const SOON = 2_000

/** Goes on by itself as soon as the server answers again, whatever it says of who is signed in. Gives a way to ask now. */
export function useServerBack(): () => Promise<void> {
  const client = useQueryClient()
  const ask = useCallback(async () => {
    const answer = await readSelf().catch(() => undefined)
    if (answer === null) noteSignInEnded(client)
    else if (answer !== undefined) noteSelf(client, answer)
  }, [client])
  useEffect(() => {
    const again = () => void ask()
    const soon = setTimeout(again, SOON)
    const timer = setInterval(again, EVERY)
    window.addEventListener('online', again)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [ask])
  return ask
}
