export default {"land":"_BgiEA_jEgkEAAgkE","lake":"_B-vBGAFPAxBGHFXApDGAFGAWACAyBCCKoBMECSONaWBMXBDsBQQbmBVKBB","labels":[]};
