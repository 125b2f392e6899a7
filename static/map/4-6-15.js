export default {"land":"giE_BAgiE_jEAA_hE","labels":[]};
