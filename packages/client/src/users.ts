/** People of the tenant; platform administrators only. */
export interface UserDirectory {}
