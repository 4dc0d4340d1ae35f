import geodesic from 'geographiclib-geodesic'

const { WGS84, DISTANCE } = geodesic.Geodesic

/**
 * Length in metres of the shortest way between two points over the WGS 84 ellipsoid: the straight
 * line that pages speak of. Source: Karney 2013, "Algorithms for geodesics".
 */
export const distanceMetres = (lat1: number, lon1: number, lat2: number, lon2: number): number =>
  WGS84.Inverse(lat1, lon1, lat2, lon2, DISTANCE).s12 ?? Number.NaN
