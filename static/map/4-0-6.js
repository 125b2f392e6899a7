export default {"land":"kxD0_DKADWbUAPUP 08DgiEOPKBMS 41D4-DFmBRQfDLLPDDRMRgBNaB","labels":[]};
