/** An application that dual-write connects with. */
export interface DualWriteApplication {
  readonly id: string;
  readonly name: string;
}

// The applications of dual-write (*System requirements and prerequisites*, 2022-02-09, and
// *App migration from dual-write in finance and operations to Dataverse communications*, 2025-07-31).

export const dataIntegrator: DualWriteApplication = {
  id: '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b',
  name: 'Data integrator',
};

export const dataverseToFinops: DualWriteApplication = {
  id: '6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452',
  name: 'Dataverse to finance and operations',
};

/** The one before it: for core solutions below {@link firstCoreWithOwnApplication}. */
export const dataverseToFinopsOld: DualWriteApplication = {
  id: '33976c19-1db5-4c02-810e-c243db79efde',
  name: 'Dataverse to finance and operations (core below 1.0.16.0)',
};

/** Finance and operations writes as this application since September 2025; 10.0.43 brought it. */
export const finopsToDataverse: DualWriteApplication = {
  id: 'f1752846-f0df-4766-96f5-c109adf67d7f',
  name: 'Finance and operations to Dataverse',
};

/** The one before it. */
export const finopsToDataverseLegacy: DualWriteApplication = {
  id: '00000015-0000-0000-c000-000000000000',
  name: 'Finance and operations to Dataverse (legacy)',
};

/** From this core version on, tenant consent is not needed and the application id changes. */
export const firstCoreWithOwnApplication = '1.0.16.0';
