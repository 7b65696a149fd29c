import { expect, test } from 'vitest'
import { shortRooms } from './room-names.ts'

test('what all rooms share is not said', () => {
  expect(shortRooms(['Screen 1', 'Screen 4'], ', ')).toBe('1, 4')
  expect(shortRooms(['3号厅', '5号厅'], '、')).toBe('3号厅、5号厅')
  expect(shortRooms(['Screen 2 IMAX'], ', ')).toBe('2 IMAX')
})

test('names that differ stay whole', () => {
  expect(shortRooms(['Screen 1', 'Studio 2'], ', ')).toBe('Screen 1, Studio 2')
  expect(shortRooms(['Grand', 'Screen 2'], ', ')).toBe('Grand, Screen 2')
  expect(shortRooms([], ', ')).toBe('')
})
