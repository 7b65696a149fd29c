export {
  cornerOf,
  extentOf,
  MARGIN,
  PITCH,
  placeAt,
  SEAT,
  seatBeside,
  seatPath,
  wayOf,
} from '../../shared/seat-geometry.ts'
