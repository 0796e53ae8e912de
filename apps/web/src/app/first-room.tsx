import { Navigate } from 'react-router'
import { useSelf } from '../lib/self-context.js'
import { voiceOf } from '../lib/use-voice.js'

/** Where one comes in: Today, and for whoever only administers, whose day holds no plan, the clients. (AC3) */
export function FirstRoom() {
  return <Navigate to={voiceOf(useSelf()) === 'desk' ? '/clients' : '/today'} replace />
}
