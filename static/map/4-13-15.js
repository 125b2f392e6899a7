export default {"land":"_B_BgkEAAgiE_jEA","labels":[]};
