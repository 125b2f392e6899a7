export default {"land":"_BgiEA_jEgkEAAgkE","labels":[]};
