export default ["Îles Marshall","États fédérés de Micronésie"];
