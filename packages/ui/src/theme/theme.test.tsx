import { afterEach, describe, expect, it } from '@jest/globals'
import { act, renderHook } from '@testing-library/react'
import { readThemeChoice, THEME_KEY } from './theme.js'
import { restoreTheme, useTheme } from './use-theme.js'

afterEach(() => {
  localStorage.clear()
  document.documentElement.removeAttribute('data-theme')
})

describe('light and dark', () => {
  it('follows the device until somebody chooses', () => {
    expect(readThemeChoice(null)).toBe('system')
    expect(readThemeChoice('sepia')).toBe('system')
    restoreTheme()
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false)
  })

  it('shows a choice at once, remembers it, and can be let go again', () => {
    const { result } = renderHook(() => useTheme())
    act(() => result.current[1]('dark'))
    expect(result.current[0]).toBe('dark')
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(localStorage.getItem(THEME_KEY)).toBe('dark')
    act(() => result.current[1]('system'))
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false)
  })

  it('brings a remembered choice back on the next visit', () => {
    localStorage.setItem(THEME_KEY, 'light')
    restoreTheme()
    expect(document.documentElement.dataset.theme).toBe('light')
  })

  it('takes over what another tab chose', () => {
    const { result } = renderHook(() => useTheme())
    localStorage.setItem(THEME_KEY, 'dark')
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: THEME_KEY, newValue: 'dark' }))
    })
    expect(result.current[0]).toBe('dark')
    expect(document.documentElement.dataset.theme).toBe('dark')
  })
})
