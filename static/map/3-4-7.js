export default {"land":"gkI_DAgkI_nIAA_jI","labels":[]};
